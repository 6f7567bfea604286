Profile: UsgLingkarPerutJanin
Parent: Pengukuran
Id: usg-lingkar-perut-janin
Title: "USG: lingkar perut janin"
Description: "Lingkar perut janin menurut USG, dalam sentimeter."
* insert Terbitan
* insert Inggris([["Ultrasound: fetal abdominal circumference"]])
* insert Diukur($loinc, 11979-2, imaging, cm)
* insert JugaBerkode($anc, ANC.SS.DE43)
