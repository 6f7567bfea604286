Profile: UsgPanjangKepalaBokong
Parent: Pengukuran
Id: usg-panjang-kepala-bokong
Title: "USG: panjang kepala-bokong"
Description: "Panjang kepala-bokong menurut USG, dalam sentimeter."
* insert Terbitan
* insert Inggris([["Ultrasound: crown-rump length"]])
* insert Diukur($loinc, 11957-8, imaging, cm)
* insert JugaBerkode($anc, ANC.SS.DE37)
