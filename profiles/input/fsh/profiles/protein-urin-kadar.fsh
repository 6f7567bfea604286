Profile: ProteinUrinKadar
Parent: HasilLabAngka
Id: protein-urin-kadar
Title: "Kadar protein urin"
Description: "Kadar protein urin, dalam mg/dL. Celup tanpa kadar adalah pemeriksaan lain."
* insert Terbitan
* insert Inggris([["Protein in urine, concentration"]])
* insert Diukur($loinc, 5804-0, laboratory, mg/dL)
* insert JugaBerkode($anc-who, ANC.B9.DE114)
