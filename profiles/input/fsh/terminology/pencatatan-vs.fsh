ValueSet: PencatatanVS
Id: pencatatan-vs
Title: "Pencatatan kunjungan"
Description: "Semua cara pencatatan kunjungan."
* insert Terbitan
* include codes from system Pencatatan
